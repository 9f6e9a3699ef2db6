@NullMarked
package vn.thidua.cluster.movement;

import org.jspecify.annotations.NullMarked;
