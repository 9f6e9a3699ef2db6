/** The register in which every instance is listed and by which the others find it. */
@NullMarked
package vn.thidua.discovery;

import org.jspecify.annotations.NullMarked;
