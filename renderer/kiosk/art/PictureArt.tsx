import {
  Apple,
  Bird,
  Cat,
  Cherry,
  Fish,
  Flower2,
  Leaf,
  type LucideIcon,
  Moon,
  Sailboat,
  Snail,
  Sun,
  TreeDeciduous,
} from 'lucide-react';
import type { Picture } from '../../../shared/contract/index.ts';

/** The drawing of each picture a customer can choose as a second proof. */
export const pictureArt: Record<Picture, LucideIcon> = {
  apple: Apple,
  bird: Bird,
  boat: Sailboat,
  cat: Cat,
  cherry: Cherry,
  fish: Fish,
  flower: Flower2,
  leaf: Leaf,
  moon: Moon,
  snail: Snail,
  sun: Sun,
  tree: TreeDeciduous,
};
