SET threads=2;
COPY (SELECT * FROM read_csv('${IN}', header=true, auto_detect=false, delim=',', quote='"', escape='"', new_line='\n',
           columns={'refYear':'SMALLINT','reporterISO':'VARCHAR','partnerISO':'VARCHAR','cmdCode':'VARCHAR','cmdDesc':'VARCHAR',
                    'flowCode':'VARCHAR','primaryValue':'DOUBLE','netWgt':'DOUBLE','qty':'DOUBLE'})) TO '${OUT}.parquet';
SELECT count(*), printf('%.9e', sum(primaryValue)) FROM '${OUT}.parquet';
