@NullMarked
package vn.thidua.cluster.season;

import org.jspecify.annotations.NullMarked;
