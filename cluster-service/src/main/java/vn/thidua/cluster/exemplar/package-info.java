/** Exemplars: persons, collectives and households worth following, and who follows them. */
@NullMarked
package vn.thidua.cluster.exemplar;

import org.jspecify.annotations.NullMarked;
