@NullMarked
package vn.thidua.cluster.keytask;

import org.jspecify.annotations.NullMarked;
