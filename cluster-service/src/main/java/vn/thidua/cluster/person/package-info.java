@NullMarked
package vn.thidua.cluster.person;

import org.jspecify.annotations.NullMarked;
