/** Who may read what lies open to everybody who holds a mandate. */
@NullMarked
package vn.thidua.indicator.access;

import org.jspecify.annotations.NullMarked;
