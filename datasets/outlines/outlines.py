#!/usr/bin/env python3
"""outlines.py FOLDER [ISO-CODES]: outlines.csv on standard output.

FOLDER holds countries-110m.json and countries-50m.json of the npm package world-atlas 2.0.2
(`npm pack world-atlas@2.0.2`): Natural Earth 4.1.0, admin 0, as TopoJSON. ISO-CODES is the folder
of iso_3166-1.json; else that of Debian's iso-codes. What 1:110m leaves out as too small is one
point, the middle of the largest part at 1:50m. Antarctica is left out.
"""
import json
import sys

UNNUMBERED = {"N. Cyprus": "CYP", "Somaliland": "SOM", "Kosovo": "XKX"}
RECOGNISED = {("RUS", 33.4, 46.0): "UKR"}  # a part by its first point: Crimea, as the United Nations
LEAST_AREA = 0.08  # square degrees: below a dot of the picture


def codes(folder):
    with open(folder + "/iso_3166-1.json", encoding="utf-8") as file:
        return {one["numeric"]: one["alpha_3"] for one in json.load(file)["3166-1"]}


def arcs_of(topology):
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round(x * scale[0] + move[0], 1), round(y * scale[1] + move[1], 1)))
        yield points


def ring_of(indices, arcs):
    points = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]


def side_of(ring, east):
    """What of a ring lies west, or east, of 180 degrees: Sutherland and Hodgman's clipping."""
    inside = (lambda p: p[0] >= 180.0) if east else (lambda p: p[0] <= 180.0)
    out = []
    for a, b in zip(ring[-1:] + ring[:-1], ring):
        if inside(a) != inside(b):
            part = (180.0 - a[0]) / (b[0] - a[0])
            out.append((180.0, round(a[1] + part * (b[1] - a[1]), 1)))
        if inside(b):
            out.append(b)
    return [(round(x - 360.0, 1) if east else x, y) for x, y in out + out[:1]]


def apart(ring):
    """A ring that crosses 180 degrees east as the two that it is on a map."""
    turned = [ring[0]]
    for lon, lat in ring[1:]:
        turns = round((turned[-1][0] - lon) / 360.0)
        turned.append((round(lon + 360.0 * turns, 1), lat))
    low, high = min(x for x, _ in turned), max(x for x, _ in turned)
    if low < -180.0:
        turned = [(round(x + 360.0, 1), y) for x, y in turned]
        high += 360.0
    if high <= 180.0:
        return [ring]
    return [part for part in (side_of(turned, east) for east in (False, True)) if len(part) > 3]


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) / 2


def middle(ring):
    whole = area(ring)
    pairs = list(zip(ring, ring[1:] + ring[:1]))
    parts = [(a[0] * b[1] - b[0] * a[1], a, b) for a, b in pairs]
    return tuple(round(sum(w * (a[i] + b[i]) for w, a, b in parts) / (6 * whole), 1) for i in (0, 1))


def states(path, names):
    """code -> rings; a hole is joined to the ring around it, there and back."""
    with open(path, encoding="utf-8") as file:
        topology = json.load(file)
    arcs = list(arcs_of(topology))
    found = {}
    for one in topology["objects"]["countries"]["geometries"]:
        code = names.get(one.get("id")) or UNNUMBERED.get(one["properties"]["name"])
        polygons = one.get("arcs", [])
        polygons = [polygons] if one["type"] == "Polygon" else polygons
        for rings in polygons if code and code != "ATA" else []:
            whole = [ring_of(indices, arcs) for indices in rings]
            outer = whole[0]
            for hole in whole[1:]:
                if abs(area(hole)) > LEAST_AREA:
                    outer = outer + hole + outer[-1:]
            owner = RECOGNISED.get((code,) + outer[0], code)
            found.setdefault(owner, []).extend(apart(outer))
    return found


def main():
    folder = sys.argv[1]
    names = codes(sys.argv[2] if len(sys.argv) > 2 else "/usr/share/iso-codes/json")
    small, large = (states(folder + "/countries-%s.json" % scale, names) for scale in ("50m", "110m"))
    print("entity,ring,lon,lat")
    for code in sorted(set(small) | set(large)):
        rings = [r for r in large.get(code, []) if abs(area(r)) > LEAST_AREA]
        for number, ring in enumerate(sorted(rings, key=lambda r: -abs(area(r))), 1):
            for lon, lat in ring:
                print("%s,%d,%.1f,%.1f" % (code, number, lon, lat))
        if not rings:
            part = max(small.get(code, large.get(code)), key=lambda r: abs(area(r)))
            print("%s,0,%.1f,%.1f" % ((code,) + (middle(part) if area(part) else part[0])))


main()
