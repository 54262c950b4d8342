# cmake -D CSV=outlines.csv -D TABLE=outlines_table.c -P write_outlines.cmake
file(READ ${CSV} rows)
string(REGEX REPLACE "^entity,ring,lon,lat\n" "" rows "${rows}")
string(REGEX REPLACE "([A-Z]+),([0-9]+),([-0-9.]+),([-0-9.]+)\n" "    {\"\\1\", \\2, \\3F, \\4F},\n"
    rows "${rows}")
file(WRITE ${TABLE} "#include \"chart/outlines.h\"\n\n"
    "const struct armex_outline_point armex_outline_points[] = {\n${rows}};\n"
    "const size_t armex_outline_points_n =\n"
    "    sizeof armex_outline_points / sizeof *armex_outline_points;\n")
