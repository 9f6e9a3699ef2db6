/** What a record rests on. */
@NullMarked
package vn.thidua.indicator.provenance;

import org.jspecify.annotations.NullMarked;
