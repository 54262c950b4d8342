SET threads=2;
SET preserve_insertion_order=false;
COPY (SELECT reporterISO, refYear, sum(primaryValue) AS v
      FROM read_csv('${IN}', header=true, auto_detect=false, delim=',', quote='"', escape='"', new_line='\n',
           columns={'refYear':'SMALLINT','reporterISO':'VARCHAR','partnerISO':'VARCHAR','cmdCode':'VARCHAR','cmdDesc':'VARCHAR',
                    'flowCode':'VARCHAR','primaryValue':'DOUBLE','netWgt':'DOUBLE','qty':'DOUBLE'})
      WHERE flowCode='X' GROUP BY ALL ORDER BY ALL) TO '${OUT}.parquet';
SELECT count(v), printf('%.0f', sum(v)) FROM '${OUT}.parquet';
