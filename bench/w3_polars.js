// bench/w3_polars.js N FILE ROUNDS: the panel of w3_panel as one would compute it with polars: a column a year, and for
// what goes along a series a row a figure, sorted by series and year.
const module_ = require('nodejs-polars');
const pl = module_.default ?? module_;
const fs = require('fs');
const [n, path, rounds] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4])];
const years = [...Array(70).keys()];

const file = fs.openSync(path);
const row = () => {
  const values = new Float64Array(n);
  fs.readSync(file, Buffer.from(values.buffer), 0, 8 * n);
  return values;
};
const missing = (name) => pl.when(pl.col(name).isNotNan()).then(pl.col(name)).otherwise(pl.lit(null)).as(name);
let wide = pl.DataFrame(Object.fromEntries(years.map((y) => [`y${y}`, row()])));
wide = wide.select(...years.map((y) => missing(`y${y}`)));
const series = Int32Array.from({ length: n }, (_, i) => i);
const long = pl.concat(years.map((y) => pl.DataFrame({ series, x: wide.getColumn(`y${y}`) })
  .withColumn(pl.lit(y).cast(pl.Float64).as('t')))).filter(pl.col('x').isNotNull()).sort(['series', 't']);

const at = (y) => pl.col(`y${y}`);
const each = (first, form) => wide.lazy().select(...years.slice(first).map((y) => form(y).as(`y${y}`))).collectSync();
const share = (y) => at(y).div(at(y).sum());
const along = (sums, form) => long.lazy().groupBy('series').agg(...sums).select(form.as('r')).collectSync();
const c = pl.col;
const operations = {
  growth: () => each(1, (y) => at(y).div(at(y - 1)).sub(1)),
  loggrowth: () => each(1, (y) => at(y).log().sub(at(y - 1).log())),
  ma5: () => each(4, (y) => at(y).add(at(y - 1)).add(at(y - 2)).add(at(y - 3)).add(at(y - 4)).div(5)),
  cagr: () => along([c('x').first().as('a'), c('x').last().as('b'), c('t').last().sub(c('t').first()).as('span')],
    c('b').div(c('a')).log().div(c('span')).exp().sub(1)),
  slope: () => along([c('x').log().sum().as('y'), c('x').log().mul(c('t')).sum().as('ty'), c('t').sum().as('s'),
    c('t').mul(c('t')).sum().as('tt'), c('t').count().cast(pl.Float64).as('k')],
  c('k').mul(c('ty')).sub(c('s').mul(c('y'))).div(c('k').mul(c('tt')).sub(c('s').mul(c('s'))))),
  rank: () => each(0, (y) => at(y).rank({ method: 'min', descending: true })),
  share: () => each(0, share),
  hhi: () => each(0, (y) => share(y).mul(share(y)).sum()),
};

const checksum = (frame) => frame.columns.reduce((sum, name) =>
  sum + (frame.getColumn(name).cast(pl.Float64).sum() ?? 0), 0);
const total = [0, 0];
for (const [name, operation] of Object.entries(operations)) {
  if (process.env.OPS && !process.env.OPS.split(' ').includes(name)) continue;
  const seconds = [];
  let result;
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    result = operation();
    if (round) seconds.push((performance.now() - start) / 1e3);
  }
  seconds.sort((a, b) => a - b);
  const median = seconds[seconds.length >> 1];
  total[0] += median;
  total[1] += seconds[0];
  console.log(name, median.toFixed(6), seconds[0].toFixed(6), checksum(result).toPrecision(10));
}
console.log('total', total[0].toFixed(6), total[1].toFixed(6));
