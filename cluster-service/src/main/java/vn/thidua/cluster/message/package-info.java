@NullMarked
package vn.thidua.cluster.message;

import org.jspecify.annotations.NullMarked;
