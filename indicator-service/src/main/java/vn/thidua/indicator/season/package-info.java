/** What this service knows of clusters and seasons, and who may act in a season. */
@NullMarked
package vn.thidua.indicator.season;

import org.jspecify.annotations.NullMarked;
