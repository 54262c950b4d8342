SET threads=2;
COPY (UNPIVOT (SELECT * EXCLUDE ("Country Name","Indicator Name","Indicator Code")
      FROM read_csv('${WIDE}', skip=4, header=true, delim=',', quote='"', null_padding=true, strict_mode=false))
      ON COLUMNS('^[0-9]{4}$') INTO NAME year VALUE v) TO '${OUT}.wide.parquet';
COPY (SELECT Code, Year, "Arms exports (TIV)" AS v
      FROM read_csv('${LONG}', header=true, columns={'Entity':'VARCHAR','Code':'VARCHAR','Year':'SMALLINT','Arms exports (TIV)':'DOUBLE'}))
      TO '${OUT}.long.parquet';
SELECT (SELECT count(v) FROM '${OUT}.wide.parquet') + (SELECT count(v) FROM '${OUT}.long.parquet'),
       printf('%.0f', (SELECT sum(v::DOUBLE) FROM '${OUT}.wide.parquet') + (SELECT sum(v) FROM '${OUT}.long.parquet'));
