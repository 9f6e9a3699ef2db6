@NullMarked
package vn.thidua.cluster.conference;

import org.jspecify.annotations.NullMarked;
