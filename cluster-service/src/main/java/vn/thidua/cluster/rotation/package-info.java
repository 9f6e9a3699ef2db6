@NullMarked
package vn.thidua.cluster.rotation;

import org.jspecify.annotations.NullMarked;
