@NullMarked
package vn.thidua.cluster.election;

import org.jspecify.annotations.NullMarked;
