@NullMarked
package vn.thidua.cluster.setup;

import org.jspecify.annotations.NullMarked;
