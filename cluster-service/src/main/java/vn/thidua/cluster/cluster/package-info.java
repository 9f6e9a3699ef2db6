@NullMarked
package vn.thidua.cluster.cluster;

import org.jspecify.annotations.NullMarked;
