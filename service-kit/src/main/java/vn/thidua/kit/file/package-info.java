/** Files that prove something: known by content, kept with their hash, given to those who see what they prove. */
@NullMarked
package vn.thidua.kit.file;

import org.jspecify.annotations.NullMarked;
