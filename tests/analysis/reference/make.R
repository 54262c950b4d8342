# Reference results for the statistics of engine/analysis; see README.md.
suppressMessages({library(sandwich); library(strucchange); library(forecast)})

versions <- paste(R.version.string, paste(sapply(c("sandwich", "strucchange", "forecast"),
    function(p) paste(p, packageVersion(p))), collapse = ", "), sep = ", ")
open_file <- function(name) {
    sink(paste0(name, ".csv"))
    cat("#", versions, "\n", sep = " ")
}
put <- function(key, x) {
    text <- sprintf("%.17g", as.numeric(x))
    text[is.na(x)] <- "NA"
    cat(key, ",", paste(text, collapse = ","), "\n", sep = "")
}

nile <- as.numeric(datasets::Nile)
miles <- as.numeric(datasets::airmiles)            # 1937 to 1960, yearly
shares <- c(0, 3, 3, 7, 11, 20, 56, 120, 130.5, 400)
seldom <- c(0, 12, 0, 0, 30, 7, 0, 0, 0, 21, 0, 5, 0, 0, 18, 40, 0, 0, 9, 0)
gappy <- c(1:5, 8:14, 17:24)                       # years of `miles` that are there
open_file("series")
put("nile", nile); put("miles", miles); put("shares", shares); put("seldom", seldom)
put("gappy", gappy)
sink()

open_file("concentration")
q <- shares / sum(shares); n <- length(q); p <- q[q > 0]
put("hhi", sum(q^2)); put("normalised", (sum(q^2) - 1/n) / (1 - 1/n))
put("cr", sapply(c(1, 4, 8), function(k) sum(sort(q, TRUE)[1:k])))
put("entropy", -sum(p * log(p)))
put("gini", sum(abs(outer(shares, shares, "-"))) / (2 * n^2 * mean(shares)))
put("theil", sum(p * n * log(p * n)) / n)
sink()

theil_sen <- function(x, y) {
    n <- length(x); at <- which(upper.tri(diag(n)), arr.ind = TRUE)
    slopes <- sort((y[at[, 2]] - y[at[, 1]]) / (x[at[, 2]] - x[at[, 1]]))
    ties <- table(y)
    v <- (n*(n-1)*(2*n+5) - sum(ties*(ties-1)*(2*ties+5))) / 18
    m <- floor((length(slopes) - qnorm(.975) * sqrt(v)) / 2)
    b <- median(slopes)
    p <- cor.test(x, y, method = "kendall", exact = FALSE, continuity = TRUE)$p.value
    c(b, median(y - b * x), slopes[m], slopes[length(slopes) + 1 - m], p)
}
open_file("trend")
t1 <- seq_along(miles); full <- lm(log(miles) ~ t1)
put("coefficients", coef(full)); put("errors", summary(full)$coefficients[, 2])
put("r_squared", summary(full)$r.squared)
put("hc3", sqrt(diag(vcovHC(full, type = "HC3"))))
for (lag in c(2, 4))
    put(paste0("hac", lag), sqrt(diag(NeweyWest(full, lag = lag, prewhite = FALSE,
                                                adjust = TRUE))))
x <- gappy; part <- lm(log(miles[x]) ~ x)          # residuals of missing years are 0
u <- matrix(0, 24, 2); u[x, ] <- estfun(part); lag <- 2
m <- crossprod(u)
for (l in 1:lag) {
    g <- crossprod(u[1:(24 - l), ], u[(1 + l):24, ])
    m <- m + (1 - l / (lag + 1)) * (g + t(g))
}
b <- solve(crossprod(model.matrix(part)))
put("hac_gap", sqrt(diag(b %*% m %*% b) * length(x) / (length(x) - 2)))
put("theil_sen", theil_sen(t1, log(miles)))
put("theil_sen_ties", theil_sen(seq_along(shares), c(3, 3, 5, 4, 4, 8, 2, 9, 9, 12)))
sink()

open_file("smooth")
hp <- function(y, lambda) {                        # missing years weigh nothing
    d <- diff(diag(length(y)), differences = 2); there <- !is.na(y); y[!there] <- 0
    solve(diag(as.numeric(there)) + lambda * crossprod(d), y)
}
without <- function(y) { y[-gappy] <- NA; y }
dry <- nile; dry[c(5, 40:42)] <- 0                 # four years of none
put("hp", hp(log(miles), 6.25)); put("hp_nile", hp(nile, 6.25))
put("hp_gap", hp(without(log(miles)), 6.25)); put("hp_zero", hp(dry, 6.25))
spline_of <- function(x, y) smooth.spline(x, y, cv = FALSE, all.knots = TRUE,
    control.spar = list(tol = 1e-12, low = -3, high = 4))
s <- spline_of(1:100, nile)
put("spline", s$y); put("spline_df", s$df); put("spline_leverage", s$lev)
s <- spline_of(gappy, nile[gappy])
put("spline_gap", s$y); put("spline_gap_df", s$df)
put("spline_zero", spline_of(1:100, dry)$y)
put("median", c(rep(NA, 4), sapply(5:24, function(i) median(miles[(i - 4):i]))))
sink()

# The local linear trend: y = X (level, slope at the first year) + noise of covariance v.
dense <- function(y, variances) {
    n <- length(y); x <- cbind(1, 0:(n - 1))
    step <- outer(1:n, 1:n, function(i, j) as.numeric(i > j))
    ramp <- outer(1:n, 1:n, function(i, j) pmax(i - j - 1, 0))
    state <- variances[2] * tcrossprod(step) + variances[3] * tcrossprod(ramp)
    at <- which(!is.na(y)); z <- y[at]; xa <- x[at, ]
    v <- state[at, at] + variances[1] * diag(length(at)); w <- solve(v)
    xx <- solve(t(xa) %*% w %*% xa); b <- xx %*% t(xa) %*% w %*% z; r <- z - xa %*% b
    first <- xa[1:2, ]                             # the likelihood given the first two
    lik <- -0.5 * ((length(at) - 2) * log(2 * pi) + as.numeric(determinant(v)$modulus) -
        as.numeric(determinant(xx)$modulus) + sum(r * (w %*% r))) + log(abs(det(first)))
    k <- state[, at] %*% w
    level <- x %*% b + k %*% r
    side <- x - k %*% xa
    var <- diag(state - k %*% t(state[, at]) + side %*% xx %*% t(side))
    list(lik = lik, level = level, sd = sqrt(pmax(var, 0)))
}
open_file("kalman")
y <- log(miles); gap <- y; gap[-gappy] <- NA
set1 <- c(0.01, 0.02, 0.003); set2 <- c(0.002, 0, 0.01)
for (k in 1:2) {
    s <- list(set1, set2)[[k]]
    put(paste0("model", k), s)
    put(paste0("likelihood", k), dense(y, s)$lik)
    put(paste0("level", k), dense(y, s)$level); put(paste0("sd", k), dense(y, s)$sd)
    put(paste0("gap_likelihood", k), dense(gap, s)$lik)
    put(paste0("gap_level", k), dense(gap, s)$level); put(paste0("gap_sd", k), dense(gap, s)$sd)
}
fit <- StructTS(datasets::Nile, type = "trend")$coef   # its order: level, slope, epsilon
put("nile_structts", fit[c(3, 1, 2)]); put("nile_structts_lik", dense(nile, fit[c(3, 1, 2)])$lik)
best <- optim(log(c(15000, 1500, 1)), function(u) -dense(nile, exp(u))$lik,
              control = list(reltol = 1e-14, maxit = 5000))
put("nile_best_lik", -best$value)
sink()

open_file("breaks")
report <- function(name, y, formula, h) {
    bp <- breakpoints(formula, h = h, breaks = 5)
    all <- summary(bp)
    put(paste0(name, "_rss"), all$RSS["RSS", ]); put(paste0(name, "_bic"), all$RSS["BIC", ])
    for (m in 1:3) {
        put(paste0(name, "_place", m), breakpoints(bp, breaks = m)$breakpoints)
        ci <- suppressWarnings(confint(bp, breaks = m)$confint)
        put(paste0(name, "_lower", m), ci[, 1]); put(paste0(name, "_upper", m), ci[, 3])
    }
    f <- Fstats(formula, from = h)
    put(paste0(name, "_sup_f"), max(f$Fstats))
}
# strucchange counts the same fewest observations; three breaks' worth are compared
report("nile", nile, nile ~ 1, 15)
tt <- 1:100; report("nile_trend", nile, nile ~ tt, 15)
ml <- log(miles); report("miles", ml, ml ~ 1, 3)
gl <- ml[gappy]; report("gap", gl, gl ~ 1, 3); report("gap_trend", gl, gl ~ gappy, 4)
e <- efp(nile ~ 1, type = "OLS-CUSUM")
put("cusum", e$process); put("cusum_p", sctest(e)$p.value)
g <- diff(ml); e <- efp(g ~ 1, type = "OLS-CUSUM")
put("cusum_miles", e$process); put("cusum_miles_p", sctest(e)$p.value)
sink()

open_file("forecast")
models <- list(ANN = FALSE, AAN = FALSE, AAN = TRUE)
for (k in 1:3) {
    fit <- ets(log(miles), model = names(models)[k], damped = models[[k]])
    par <- fit$par
    get <- function(name, otherwise) if (name %in% names(par)) par[[name]] else otherwise
    name <- c("level", "trend", "damped")[k]
    f <- forecast(fit, h = 5, level = 95)
    put(paste0(name, "_parameters"), c(get("alpha", 0), get("beta", 0), get("phi", 1),
                                       get("l", 0), get("b", 0)))
    put(paste0(name, "_errors"), residuals(fit)); put(paste0(name, "_aicc"), fit$aicc)
    put(paste0(name, "_variance"), sum(residuals(fit)^2) / (24 - length(par)))
    put(paste0(name, "_mean"), f$mean)
    put(paste0(name, "_width"), (f$upper - f$lower)[, 1] / sqrt(fit$sigma2))
    put(paste0(name, "_squares"), sum(residuals(fit)^2))
}
put("croston", croston(seldom, h = 1)$mean)
z <- 0; p <- mean(seldom > 0)
for (v in seldom) {
    p <- p + 0.1 * ((v > 0) - p)
    if (v > 0) z <- if (z > 0) z + 0.1 * (v - z) else v
}
put("tsb", z * p)
sink()
