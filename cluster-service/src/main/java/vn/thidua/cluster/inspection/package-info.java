/** Inspections of members in a season: what was found, what the member did about it, and whether that is enough. */
@NullMarked
package vn.thidua.cluster.inspection;

import org.jspecify.annotations.NullMarked;
