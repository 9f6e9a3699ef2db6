/** What waits for somebody between nomination and award document. */
@NullMarked
package vn.thidua.award.task;

import org.jspecify.annotations.NullMarked;
