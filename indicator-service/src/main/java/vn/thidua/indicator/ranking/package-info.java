/** Who stands where: computed from scores, provisional at first, then published for good. */
@NullMarked
package vn.thidua.indicator.ranking;

import org.jspecify.annotations.NullMarked;
