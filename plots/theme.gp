# Theme: palette, type and frame of every chart. It stays as it is from one chart to the next.
#
# The engine sets, before this is read: dark, style ("web", "paper", "slide"), face.

# Kept from one chart to the next too; in the locale C gnuplot has a long warning at each change
set encoding utf8

# Palette
paper    = dark ? "#12171C" : "#FFFFFF"
ink      = dark ? "#EDF1F4" : "#1A2026"
muted    = dark ? "#A4AFB9" : "#5B6670"
grid     = dark ? "#2A323A" : "#E3E7EA"
rule     = dark ? "#6F7B86" : "#87919A"
context  = dark ? "#5A6671" : "#B7BFC6"
accent   = dark ? "#FF8552" : "#D1400C"
positive = dark ? "#5AB0F2" : "#1C6DB2"
negative = dark ? "#FFDF80" : "#704214"

# On paper colours differ in grey too: up lighter, down and accent darker, context lighter
if (style eq "paper" && !dark) {
    ink = "#000000"; muted = "#454D55"; grid = "#DDE1E4"; context = "#B9BFC5"
    accent = "#A62B00"; positive = "#2A78BF"; negative = "#4A2B0C"
}

# Shades of cells: a part from -1 to 1; what is written on them has the better contrast
nothing  = dark ? 0x1B232A : 0xF1F3F5
most     = dark ? 0x6CBBF7 : 0x0F5A9C
least    = dark ? 0xFFDF80 : 0x704214
red(c) = int(c) / 65536; green(c) = int(c) / 256 % 256; blue(c) = int(c) % 256
n0 = red(nothing); n1 = green(nothing); n2 = blue(nothing)
towards(t, r, g, b) = int(n0 + t * (r - n0) + 0.5) * 65536 + int(n1 + t * (g - n1) + 0.5) * 256 \
    + int(n2 + t * (b - n2) + 0.5)
m0 = red(most); m1 = green(most); m2 = blue(most)
l0 = red(least); l1 = green(least); l2 = blue(least)
shade(part) = part < 0 ? towards(-part, l0, l1, l2) : towards(part, m0, m1, m2)
luminance(c) = 0.2126 * (red(c) / 255.0)**2.2 + 0.7152 * (green(c) / 255.0)**2.2 \
    + 0.0722 * (blue(c) / 255.0)**2.2
is_bright(part) = luminance(shade(part)) > 0.2
steps = 32.0 # of a shade: cells of one step have one colour
on_bright = dark ? paper : ink
on_deep = dark ? ink : paper

# Type: fonts are in pixels
bold(px) = sprintf("%s:Bold,%g", face, px)
size(px) = sprintf("%s,%g", face, px)

# Frame: what every plot command begins with
FRAME = '$title using 1:2:3 with labels left font bold(title_px) tc rgb ink, \
    $subtitle using 1:2:3 with labels left font size(13) tc rgb muted, \
    $foot using 1:2:3 with labels left font size(foot_px) tc rgb muted'
