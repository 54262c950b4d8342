// bench/w3_duckdb.js N FILE ROUNDS: the panel of w3_panel as one would ask DuckDB for it: a table of a row a figure, in
// memory, sorted by series and year; each answer is a table too. Node only hands over the statements.
const { DuckDBInstance } = require('@duckdb/node-api');
const fs = require('fs');
const [n, path, rounds] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4])];

const operations = {
  growth: `SELECT series, year, v / lag(v) OVER w - 1 AS r FROM p WINDOW w AS (PARTITION BY series ORDER BY year)`,
  loggrowth: `SELECT series, year, ln(v) - lag(ln(v)) OVER w AS r FROM p WINDOW w AS (PARTITION BY series ORDER BY year)`,
  ma5: `SELECT series, year, CASE WHEN count(v) OVER w = 5 THEN avg(v) OVER w END AS r FROM p
        WINDOW w AS (PARTITION BY series ORDER BY year ROWS 4 PRECEDING)`,
  cagr: `SELECT series, (arg_max(v, year) / arg_min(v, year)) ^ (1.0 / (max(year) - min(year))) - 1 AS r
         FROM p WHERE v IS NOT NULL GROUP BY series`,
  slope: 'SELECT series, regr_slope(ln(v), year) AS r FROM p GROUP BY series',
  rank: 'SELECT series, year, rank() OVER (PARTITION BY year ORDER BY v DESC) AS r FROM p WHERE v IS NOT NULL',
  share: 'SELECT series, year, v / s AS r FROM p JOIN (SELECT year, sum(v) AS s FROM p GROUP BY year) USING (year)',
  hhi: 'SELECT year, sum(v * v) / (sum(v) * sum(v)) AS r FROM p GROUP BY year',
};

// The file once more as text, a year at a time, for DuckDB to read; kept for the next call.
function writeText(target) {
  const file = fs.openSync(path);
  const out = fs.openSync(target, 'w');
  const row = new Float64Array(n);
  for (let year = 0; year < 70; year++) {
    fs.readSync(file, Buffer.from(row.buffer), 0, 8 * n);
    const lines = [];
    for (let s = 0; s < n; s++) lines.push(`${s},${year},${Number.isNaN(row[s]) ? '' : row[s]}\n`);
    fs.writeSync(out, lines.join(''));
  }
  fs.closeSync(out);
}

async function main() {
  const text = `${path}.csv`;
  if (!fs.existsSync(text)) writeText(text);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('SET threads = 2');
  await connection.run('SET preserve_insertion_order = false');
  await connection.run(`CREATE TABLE p AS SELECT * FROM read_csv('${text}', header = false,
    columns = {'series': 'INTEGER', 'year': 'SMALLINT', 'v': 'DOUBLE'}) ORDER BY series, year`);
  const total = [0, 0];
  for (const [name, select] of Object.entries(operations)) {
    if (process.env.OPS && !process.env.OPS.split(' ').includes(name)) continue;
    const seconds = [];
    for (let round = 0; round <= rounds; round++) {
      const start = performance.now();
      await connection.run(`CREATE OR REPLACE TABLE answer AS ${select}`);
      if (round) seconds.push((performance.now() - start) / 1e3);
    }
    seconds.sort((a, b) => a - b);
    const median = seconds[seconds.length >> 1];
    total[0] += median;
    total[1] += seconds[0];
    const [[sum]] = (await connection.runAndReadAll('SELECT sum(r)::DOUBLE FROM answer')).getRows();
    console.log(name, median.toFixed(6), seconds[0].toFixed(6), sum.toPrecision(10));
  }
  console.log('total', total[0].toFixed(6), total[1].toFixed(6));
}

main();
