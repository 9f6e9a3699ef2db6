/** What a unit must or promises to reach in a season, frozen before it is signed. */
@NullMarked
package vn.thidua.indicator.target;

import org.jspecify.annotations.NullMarked;
