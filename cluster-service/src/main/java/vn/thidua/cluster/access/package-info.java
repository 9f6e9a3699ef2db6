@NullMarked
package vn.thidua.cluster.access;

import org.jspecify.annotations.NullMarked;
