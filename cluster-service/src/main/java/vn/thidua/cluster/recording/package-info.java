@NullMarked
package vn.thidua.cluster.recording;

import org.jspecify.annotations.NullMarked;
