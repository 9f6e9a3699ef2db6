/** What waits for somebody between a target and its report. */
@NullMarked
package vn.thidua.indicator.task;

import org.jspecify.annotations.NullMarked;
