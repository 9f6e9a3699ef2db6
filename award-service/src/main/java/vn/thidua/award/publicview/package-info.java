/** What a citizen sees who checks a document. */
@NullMarked
package vn.thidua.award.publicview;

import org.jspecify.annotations.NullMarked;
