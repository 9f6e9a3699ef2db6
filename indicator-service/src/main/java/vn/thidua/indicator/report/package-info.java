/** Reports of members in a period: cells, submission, verification, history. */
@NullMarked
package vn.thidua.indicator.report;

import org.jspecify.annotations.NullMarked;
