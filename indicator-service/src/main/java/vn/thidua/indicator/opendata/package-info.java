/** What a regulation opens to everybody: the ranking of a season and the figures of its year, without a log-in, for people and for machines. */
@NullMarked
package vn.thidua.indicator.opendata;

import org.jspecify.annotations.NullMarked;
