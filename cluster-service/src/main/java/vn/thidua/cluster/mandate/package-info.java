@NullMarked
package vn.thidua.cluster.mandate;

import org.jspecify.annotations.NullMarked;
