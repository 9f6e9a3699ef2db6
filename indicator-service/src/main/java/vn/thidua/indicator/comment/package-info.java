/** What people say to each other about a cell of a report, and whether it is settled. */
@NullMarked
package vn.thidua.indicator.comment;

import org.jspecify.annotations.NullMarked;
