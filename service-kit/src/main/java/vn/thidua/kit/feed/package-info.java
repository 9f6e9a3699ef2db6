@NullMarked
package vn.thidua.kit.feed;

import org.jspecify.annotations.NullMarked;
