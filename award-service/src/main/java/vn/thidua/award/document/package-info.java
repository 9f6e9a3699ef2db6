/** Award documents, their PDF, and the trail back from them. */
@NullMarked
package vn.thidua.award.document;

import org.jspecify.annotations.NullMarked;
