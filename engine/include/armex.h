/**
 * armex.h: the whole of libarmex.
 *
 * From the ground up: base (errors, text, numbers, files), country (who), model (panel,
 * flows, table), ingest (a publisher's file becomes a vintage), store (vintages on
 * disk), analysis (a question becomes a table), render (a table becomes text), chart (a
 * table becomes a picture), report (a specification becomes a page).
 *
 * Nothing here prints, ends the program or keeps state of its own: errors are values
 * (base/error.h), and a function may be called from any thread on things of its own.
 */
#ifndef ARMEX_H
#define ARMEX_H

#include "analysis/bilateral.h"
#include "analysis/claims.h"
#include "analysis/compare.h"
#include "analysis/convert.h"
#include "analysis/estimates.h"
#include "analysis/growth.h"
#include "analysis/lumpiness.h"
#include "analysis/mirror.h"
#include "analysis/mobility.h"
#include "analysis/network.h"
#include "analysis/query.h"
#include "analysis/rank.h"
#include "analysis/rank_details.h"
#include "analysis/revisions_query.h"
#include "analysis/robust.h"
#include "analysis/share.h"
#include "analysis/trend.h"
#include "analysis/window.h"
#include "base/file.h"
#include "base/number.h"
#include "base/text.h"
#include "chart/chart.h"
#include "country/entity.h"
#include "ingest/ingest.h"
#include "model/flows.h"
#include "model/vintage.h"
#include "render/package.h"
#include "render/render.h"
#include "render/sdmx.h"
#include "render/tidy.h"
#include "report/report.h"
#include "store/select.h"
#include "store/store.h"

#endif
