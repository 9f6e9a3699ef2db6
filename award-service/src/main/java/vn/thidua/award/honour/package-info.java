/** The register of honours, history included. */
@NullMarked
package vn.thidua.award.honour;

import org.jspecify.annotations.NullMarked;
