import { createRoot } from 'react-dom/client';
import { refuseInlineStyles } from '../ui/strict-csp.ts';
import '../ui/ui.css';
import './gallery.css';
import { Gallery } from './Gallery.tsx';

refuseInlineStyles();
createRoot(document.getElementById('root')!).render(<Gallery />);
