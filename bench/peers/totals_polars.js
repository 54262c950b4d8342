// bench/peers/totals_polars.js IN OUT: reporter x year exports.
const module_ = require('nodejs-polars');
const pl = module_.default ?? module_;
const [source, target] = process.argv.slice(2);
const schema = { refYear: pl.Int16, reporterISO: pl.String, partnerISO: pl.String, cmdCode: pl.String, cmdDesc: pl.String,
  flowCode: pl.String, primaryValue: pl.Float64, netWgt: pl.Float64, qty: pl.Float64 };
const sums = pl.scanCSV(source, { schema }).filter(pl.col('flowCode').eq(pl.lit('X')).and(pl.col('primaryValue').isNotNull()))
  .groupBy(['reporterISO', 'refYear']).agg(pl.col('primaryValue').sum()).collectSync().sort(['reporterISO', 'refYear']);
sums.writeParquet(target + '.parquet');
console.log(sums.height + ' ' + sums.getColumn('primaryValue').sum().toFixed(0));
