/** Who may do what here: roles and abilities. */
@NullMarked
package vn.thidua.award.access;

import org.jspecify.annotations.NullMarked;
