/** What units say of something in draft and how it is answered: of a regulation as of the papers of a conference. */
@NullMarked
package vn.thidua.cluster.comment;

import org.jspecify.annotations.NullMarked;
