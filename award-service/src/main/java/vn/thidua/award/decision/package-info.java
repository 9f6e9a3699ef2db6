/** Decisions: drafted, signed, numbered, issued. */
@NullMarked
package vn.thidua.award.decision;

import org.jspecify.annotations.NullMarked;
