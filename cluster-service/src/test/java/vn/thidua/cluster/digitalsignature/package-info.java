@NullMarked
package vn.thidua.cluster.digitalsignature;

import org.jspecify.annotations.NullMarked;
