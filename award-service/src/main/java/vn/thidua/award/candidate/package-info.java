/** Who may be nominated as the leader of a cluster and season. */
@NullMarked
package vn.thidua.award.candidate;

import org.jspecify.annotations.NullMarked;
