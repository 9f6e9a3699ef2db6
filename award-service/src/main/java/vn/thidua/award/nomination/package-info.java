/** Nominations, their eligibility and the council's opinion. */
@NullMarked
package vn.thidua.award.nomination;

import org.jspecify.annotations.NullMarked;
