/** Figures as a document states them, each with its words and its source; nothing is computed from them here. */
@NullMarked
package vn.thidua.indicator.figure;

import org.jspecify.annotations.NullMarked;
