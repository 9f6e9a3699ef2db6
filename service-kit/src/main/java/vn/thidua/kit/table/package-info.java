/** Tables out to spreadsheets and in from them: streamed, bounded, with errors per row and column. */
@NullMarked
package vn.thidua.kit.table;

import org.jspecify.annotations.NullMarked;
