@NullMarked
package vn.thidua.cluster.task;

import org.jspecify.annotations.NullMarked;
