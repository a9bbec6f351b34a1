"""What scenes draw with: the theme applied, type and its checks, layout slots, the cast rig, props, glyphs, camera moves."""
