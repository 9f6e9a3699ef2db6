@NullMarked
package vn.thidua.cluster.deliberation;

import org.jspecify.annotations.NullMarked;
